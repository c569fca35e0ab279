"use client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api, queryClient } from "@/base/api/browser";
import { useRefusedConnection } from "./use-refused-connection";

export interface Tested {
  readonly good: boolean;
  readonly text: string;
}

/** What is asked goes into the journal beside the call, a moment later. */
const written = 800;

const reload = () => {
  const { list, calls } = api.administration.connections;
  for (const queryKey of [list.queryKey(), calls.pathKey()]) void queryClient.invalidateQueries({ queryKey });
};

/** Asks a vendor whether a connection leads where it led, and what it said. */
export function useConnectionTest() {
  const t = useTranslations("administration.connections");
  const refusedText = useRefusedConnection();
  const [tested, setTested] = useState<Tested | null>(null);
  const test = useMutation(
    api.administration.connections.test.mutationOptions({
      onMutate: () => setTested(null),
      onSuccess: (answer) =>
        setTested(
          answer.kind === "saved"
            ? { good: true, text: t("answered", { company: answer.company }) }
            : { good: false, text: refusedText(answer) },
        ),
      onError: () => setTested({ good: false, text: t("testFailed") }),
      onSettled: () => void setTimeout(reload, written),
    }),
  );
  return { test: test.mutate, isTesting: test.isPending, tested };
}
