import { group } from "../suite.ts";

export const brandOfHost = group("brand of a host name", (test) => {
  test("tells a sign-in page the brand's look, whoever asks, and nothing else", async ({ anonymous, a, suffix }) => {
    for (const asker of [anonymous, a.support]) {
      for (const hostname of [`a-${suffix}.example.test`, `A-${suffix}.EXAMPLE.test`]) {
        const reply = (await asker.get(`/brand-of-host/${hostname}`)).is(200).has("/name", `Brand a ${suffix}`);
        for (const name of ["locale", "primary_color", "secondary_color", "logo"]) reply.exists(`/${name}`);
        for (const name of ["id", "mail_sender", "parent", "modules", "hostname"]) reply.lacks(`/${name}`);
      }
    }
  });
  test("any other name is 404", async ({ anonymous }) => {
    (await anonymous.get("/brand-of-host/nobody.example.test")).is(404).exists("/message");
    (await anonymous.get("/brand-of-host/%27%20OR%201=1")).is(404);
    (await anonymous.get("/brand-of-host")).is(404);
  });
});
