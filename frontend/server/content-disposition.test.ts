import { expect, it } from "vitest";
import { contentDisposition } from "./content-disposition";

it.each(["application/pdf", "image/png", "IMAGE/JPEG", "text/plain; charset=utf-8"])("%s opens", (type) =>
  expect(contentDisposition(type, "a")).toMatch(/^inline;/),
);

it.each([
  "application/xml",
  "text/xml",
  "image/svg+xml",
  "text/html",
  "application/xhtml+xml",
  "",
  "application/octet-stream",
])("%j is saved: it could run as a page", (type) => expect(contentDisposition(type, "a")).toMatch(/^attachment;/));

it("a name of any signs is one parameter", () => {
  const header = contentDisposition("application/pdf", 'Façade (l\'été) "x";\r\n*.pdf');
  expect(header).toBe("inline; filename*=UTF-8''Fa%C3%A7ade%20%28l%27%C3%A9t%C3%A9%29%20%22x%22%3B%0D%0A%2a.pdf");
});
