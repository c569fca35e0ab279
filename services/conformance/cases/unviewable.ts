import { group } from "../suite.ts";

const sites = "/jsonapi/sw_site/sw_site";

export const hidden = group("unviewable", (test) => {
  test("N01, N04, N05 a row whose type the viewer may not see: 403 with core's sentences", async ({ a }) => {
    const path = `/jsonapi/sw_catalogue/sw_catalogue/${a.ids["catalogue"]}`;
    const reason = "The 'view sw_catalogue' permission is required.";
    (await a.client.get(path)).problem({
      status: 403,
      detail: `The current user is not allowed to GET the selected resource. ${reason}`,
      pointer: "/data",
    });
    (await a.client.get(`${path}/relationships/brand`))
      .problem({ status: 403, detail: `The current user is not allowed to view this relationship. ${reason}` })
      .lacks("/errors/0/source");
    (await a.client.get(`${path}/brand`)).problem({
      status: 403,
      detail: `The current user is not allowed to view this relationship. ${reason}`,
    });
  });
  test("H01, H02, H03, H04, H07, H08, H10, H12, N03 no type has revisions: every resourceVersion is 501, 401 for the anonymous", async ({
    a,
    anonymous,
  }) => {
    const row = `${sites}/${a.ids["site01"]}`;
    for (const version of ["id:4", "id:99999", "rel:latest-version", "rel:working-copy", "rel:foo", "foo"]) {
      for (const path of [row, sites])
        (await a.admin.get(`${path}?resourceVersion=${version}`)).problem({
          status: 501,
          detail: "Resource versioning is not yet supported for this resource type.",
        });
    }
    (await a.support.get(`${row}?resourceVersion=id:4`)).is(501);
    (await anonymous.get(`${row}?resourceVersion=id:4`)).problem({ status: 401 });
  });
});
