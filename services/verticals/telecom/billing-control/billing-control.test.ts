import { expect, test } from "vitest";
import { BackendError } from "../../../platform/backend/errors.ts";
import { BillingControl } from "./billing-control.ts";

type Backend = Parameters<BillingControl["preview"]>[1];

test("who may not import invoices gets no byte read: neither a right, nor a session, nor an invented one", async () => {
  const control = new BillingControl();
  const files = Reflect.get(control, "files") as { run: () => Promise<never> };
  files.run = () => Promise.reject(new Error("The file was read."));
  const asked = { fileName: "a.csv", content: Buffer.from("numero_facture").toString("base64") };
  for (const held of [["view anomalies"], ["import invoices"], ["manage anomalies"]]) {
    const without = { me: () => Promise.resolve({ permissions: held }) } as unknown as Backend;
    for (const call of [control.preview(asked, without), control.commit(asked, without)])
      await expect(call).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  for (const status of [401, 403]) {
    const refused = Object.assign(Object.create(BackendError.prototype) as BackendError, { status });
    const nobody = { me: () => Promise.reject(refused) } as unknown as Backend;
    await expect(control.preview(asked, nobody)).rejects.toMatchObject({ status });
  }
});
