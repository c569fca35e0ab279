"use client";
import { useEffect, useRef } from "react";
import { readAnew } from "@/base/editing/field-store";

/** What is done at a vendor changes lines, without anybody here: those on the screen are read again once an action has another state. */
export function useFollowed(actions: readonly { readonly id: string; readonly status: string }[] | undefined): void {
  const states = actions?.map(({ id, status }) => `${id} ${status}`).join();
  const before = useRef(states);
  useEffect(() => {
    if (before.current !== undefined && before.current !== states) void readAnew("sw_line");
    before.current = states;
  }, [states]);
}
