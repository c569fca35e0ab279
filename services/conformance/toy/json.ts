import { one } from "../client.ts";
import { group } from "../suite.ts";
import type { BrandWorld } from "../world.ts";

const toys = "/jsonapi/sw_toy/sw_toy";
const at = "/data/attributes/making";
const place = (brand: BrandWorld) => ({ site: one("sw_site", brand.ids["site04"] ?? "") });

export const toyJson = group("toy json", (test) => {
  test("the shape is that of the row's own value, chosen or by default", async ({ a, fresh }) => {
    const make = (attributes: object) => a.admin.create("sw_toy", { name: fresh("t"), ...attributes }, place(a));
    const wood = { tree: "oak", parts: [{ name: "leg", glued: null }, { name: "arm" }] };
    (await make({ making: wood })).is(201).has(at, wood);
    (await make({ making: wood, material: "wood" })).is(201).has(at, wood);
    (await make({ making: { felt: 3 }, material: "cloth" })).is(201).has(at, { felt: 3 });
    (await make({ making: {}, material: "cloth" })).is(201).has(at, {});
    (await make({ making: wood, material: "cloth" })).problem({
      status: 422,
      detail: "making: The value at /parts is not allowed here.",
      pointer: at,
    });
    (await make({ making: { felt: 3 } })).problem({
      status: 422,
      detail: "making: The value at /felt is not allowed here.",
    });
    (await make({ making: { felt: -1 }, material: "cloth" })).problem({
      status: 422,
      detail: "making: The value at /felt is not allowed here.",
    });
    // Whole numbers, however they are written.
    (await make({ making: {}, material: "cloth" })).is(201);
    const raw = `{"data":{"type":"sw_toy--sw_toy","attributes":{"name":"${fresh("t")}","material":"cloth","making":{"a":1e2,"b":3.0,"c":-0}},"relationships":${JSON.stringify(place(a))}}}`;
    (await a.admin.send("POST", toys, { raw })).is(201).has(at, { a: 100, b: 3, c: 0 });
    (await make({ making: { felt: 3 }, material: "stone" })).problem({
      status: 422,
      pointer: "/data/attributes/material/0",
    });
    const id = (await make({ material: "cloth" })).is(201).id;
    (await a.admin.update("sw_toy", id, { making: { felt: 1 } })).is(200).has(at, { felt: 1 });
    (await a.admin.update("sw_toy", id, { making: wood })).problem({ status: 422, pointer: at });
  });
  test("its right is the field's: absent, no filter, no write of what isn't seen", async ({ a, fresh }) => {
    const id = (await a.admin.create("sw_toy", { name: fresh("t"), making: { tree: "birch" } }, place(a))).is(201).id;
    (await a.support.get(`${toys}/${id}`)).is(200).lacks(at).never("birch");
    (await a.support.get(`${toys}?filter[making]=x`)).problem({ status: 403, detail: /`making`/ });
    (await a.support.get(`${toys}?sort=making`)).problem({ status: 403, detail: /`making`/ });
    (await a.support.update("sw_toy", id, { making: { tree: "fir" } })).problem({ status: 403, pointer: at });
    (await a.support.update("sw_toy", id, { making: 3 })).problem({ status: 403, pointer: at });
  });
  test("the journal has its canonical text, under the permission of the field", async ({ a, fresh }) => {
    const made = { tree: 'a/é\u2028"<', parts: [{ name: "leg", glued: true }] };
    const id = (await a.admin.create("sw_toy", { name: fresh("t"), making: made }, place(a))).is(201).id;
    (await a.admin.update("sw_toy", id, { making: { parts: made.parts, tree: made.tree } })).has(
      "/data/attributes/version",
      1,
    );
    (await a.admin.update("sw_toy", id, { making: null })).is(200);
    const text = `{"parts":[{"glued":true,"name":"leg"}],"tree":"a/é\u2028\\"<"}`;
    const entries = `/jsonapi/sw_journal_entry/sw_journal_entry?filter[subject_id]=${id}&filter[view_permission]=view margin&sort=sequence`;
    (await a.admin.get(entries))
      .is(200)
      .values("/attributes/changes", [
        [{ field: "making", from: null, to: text }],
        [{ field: "making", from: text, to: null }],
      ]);
    (await a.support.get(entries)).is(200).count(0);
  });
});
