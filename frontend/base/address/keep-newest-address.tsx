"use client";
import { useEffect } from "react";
import { keepNewestAddress } from "./newest-address";

let isKept = false;

/** Once per page, and after the router, whose effects come after those of what it shows. */
export function KeepNewestAddress() {
  useEffect(() => {
    if (isKept) return;
    isKept = true;
    queueMicrotask(() => keepNewestAddress(window));
  }, []);
  return null;
}
