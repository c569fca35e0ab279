"use client";
import { RecordFields } from "./record-fields";
import { useDescription, useRecord } from "./use-description";

/** The fields that site builders added to a type, under a panel that shows the model's in its own way. Nothing where there are none. */
export function SiteFields({ type, id }: { type: string; id: string }) {
  const description = useDescription(type);
  const added = description.data?.fields.some((field) => field.ofSite) ?? false;
  return added && description.data ? <Loaded type={type} id={id} description={description.data} /> : null;
}

function Loaded({
  type,
  id,
  description,
}: {
  type: string;
  id: string;
  description: NonNullable<ReturnType<typeof useDescription>["data"]>;
}) {
  const record = useRecord(type, id);
  return record.data ? (
    <RecordFields description={description} row={record.data} only={(field) => field.ofSite === true} />
  ) : null;
}
