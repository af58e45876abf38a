const THUMBNAIL_HEIGHT_PX = 200;

/** An index of the sheets and of all pictures, by state. */
export function indexPage(sheets) {
  const all = sheets.flatMap((sheet) => sheet.pictures.map((picture) => ({ ...picture, sheet })));
  const states = [...new Set(all.map(({ state }) => state))];
  const sections = states.map((state) => {
    const figures = all
      .filter((picture) => picture.state === state)
      .map(
        ({ name, sheet: { width, height } }) =>
          `<a href="pictures/${name}.png"><img src="pictures/${name}.png" alt="${name}" loading="lazy" ` +
          `height="${THUMBNAIL_HEIGHT_PX}" width="${(THUMBNAIL_HEIGHT_PX * width) / height}"></a>`,
      );
    return `<h2>${state}</h2>\n<p>${figures.join('\n')}</p>`;
  });
  const links = sheets.map(({ name }) => `<a href="contact-sheet.${name}.png">${name}</a>`);
  return (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Hallboard gallery</title>' +
    '<style>body{font:16px system-ui;margin:24px;background:#777}img{margin:4px}' +
    `h2{font-size:16px;margin:16px 0 0}</style>\n<p>Contact sheets: ${links.join(' ')}</p>\n` +
    `${sections.join('\n')}</html>\n`
  );
}

/** All pictures of a sheet as one: each is drawn small and let go, or they would not fit into memory. */
export async function contactSheet(browser, out, { name, width, height, pictures }) {
  const page = await browser.newPage({ viewport: { width: 2600, height: 1000 } });
  await page.setContent('<body style="margin:8px;background:#777">');
  for (const { data } of pictures) {
    await page.evaluate(
      async ([source, thumbnailWidth, thumbnailHeight]) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = thumbnailWidth;
        canvas.height = thumbnailHeight;
        canvas.getContext('2d')?.drawImage(image, 0, 0, thumbnailWidth, thumbnailHeight);
        document.body.append(canvas, ' ');
      },
      [
        `data:image/png;base64,${data}`,
        Math.round((THUMBNAIL_HEIGHT_PX * width) / height),
        THUMBNAIL_HEIGHT_PX,
      ],
    );
  }
  await page.screenshot({ path: `${out}contact-sheet.${name}.png`, fullPage: true });
  await page.close();
}
