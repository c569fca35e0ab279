/** One page over all pictures: scene by scene, language and width side by side. */
export function galleryPage(pictures) {
  const scenes = [...new Set(pictures.map((picture) => picture.scene))];
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Console gallery</title>
<style>
body { margin: 24px; font: 14px/1.5 system-ui, sans-serif; background: #f3f4f5; color: #16191d; }
h2 { margin: 32px 0 8px; font-size: 16px; } h2 small { font-weight: 400; color: #5b636e; }
.row { display: flex; gap: 16px; overflow-x: auto; align-items: flex-start; padding-bottom: 8px; }
figure { margin: 0; flex: none; } figcaption { font-size: 12px; color: #5b636e; }
img { display: block; height: 420px; border: 1px solid #d5d9de; background: #fff; }
</style>
<h1>Console gallery</h1>
<p>${pictures.length} pictures of ${scenes.length} scenes.</p>
${scenes.map((scene) => section(pictures.filter((picture) => picture.scene === scene))).join("\n")}
</html>
`;
}

function section(pictures) {
  const [first] = pictures;
  const figures = pictures.map(
    ({ file, language, width, theme }) =>
      `<figure><a href="${file}"><img loading="lazy" src="${file}" alt=""></a><figcaption>${language} · ${width} px · ${theme}</figcaption></figure>`,
  );
  return `<h2 id="${first.scene}">${first.title} <small>${first.person ?? "nobody signed in"}</small></h2>\n<div class="row">${figures.join("")}</div>`;
}
