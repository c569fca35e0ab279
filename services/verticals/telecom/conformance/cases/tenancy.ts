import { group } from "../../../../conformance/suite.ts";

export const tenancy = group("telecom tenancy", (test) => {
  for (const type of ["sw_line", "sw_park"]) {
    test(`collections of ${type} hold the own brand only`, async ({ a, b }) => {
      const reply = (await a.admin.get(`/jsonapi/${type}/${type}`)).is(200).never(b.id);
      for (const brand of reply.each("/relationships/brand/data/id"))
        if (brand !== a.id) reply.fail(a.id, String(brand));
      reply.lacks("/meta");
    });
  }
});
