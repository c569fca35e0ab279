"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "@/base/api/browser";
import { useFormat } from "@/base/format/format";
import { Button } from "@/ui/button";
import { LetterDialog } from "./letter-dialog";

interface Props {
  readonly kind: string;
  readonly row: string;
}

/** How long until it is asked again what became of a letter that is on its way. */
const again = 2_000;

function useLetterState({ kind, row }: Props) {
  return useQuery({
    ...api.letters.state.queryOptions({ kind, row }),
    refetchInterval: ({ state }) => (state.data?.state === "waiting" ? again : false),
  });
}

/** Opens the letter about a row, ready to go. */
export function LetterButton(props: Props) {
  const t = useTranslations("letters");
  const [open, setOpen] = useState(false);
  const { data } = useLetterState(props);
  const waiting = data?.state === "waiting";
  return (
    <>
      <Button working={waiting} onClick={() => setOpen(true)}>
        {t(waiting ? "waiting" : data?.state === "sent" ? "again" : "open")}
      </Button>
      {open && <LetterDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** What became of the last letter; nothing where none was sent. */
export function LetterNote(props: Props) {
  const t = useTranslations("letters");
  const format = useFormat();
  const { data } = useLetterState(props);
  if (!data || data.state === "none" || !data.at) return null;
  const words = { to: data.to ?? "", at: format.moment(data.at) };
  if (data.state !== "failed")
    return (
      <p className="quiet" role="status">
        {t(`note.${data.state}`, words)}
      </p>
    );
  const known = ["mail_refused", "mail_given_up", "mail_dropped"] as const;
  const code = known.find((one) => one === data.reason?.code);
  return (
    <p className="warn" role="status">
      {t("note.failed", words)} {code && t(`reasons.${code}`)}
    </p>
  );
}
