const PICTURE_WIDTH_PX = 560;
const PADDING_PX = 8;
const MARGIN_PX = 24;
const STEPS_WIDTH_PX = 160;

/**
 * What became of a step in one engine.
 * @typedef {object} Seen
 * @property {string} engine
 * @property {string} step
 * @property {string} text what was seen, or why nothing was
 * @property {boolean} isFailed
 * @property {string | undefined} [picture] its path from the page
 */

/** @param {readonly Seen[]} seen */
export function sheetWidthPx(seen) {
  const engines = enginesOf(seen).length;
  return 2 * MARGIN_PX + STEPS_WIDTH_PX + engines * (PICTURE_WIDTH_PX + 2 * PADDING_PX);
}

/**
 * The engines side by side, a step in each row.
 * @param {readonly Seen[]} seen
 */
export function sheetPage(seen) {
  const engines = enginesOf(seen);
  const steps = [...new Set(seen.map(({ step }) => step))];
  const rows = steps.map((step) => {
    const cells = engines.map((engine) =>
      cellOf(seen.find((one) => one.step === step && one.engine === engine)),
    );
    return `<tr><th>${step}</th>${cells.join('')}</tr>`;
  });
  const head = engines.map((engine) => `<th>${engine}</th>`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hallboard in its engines</title>
<style>${STYLE}</style>
<table><thead><tr><th></th>${head}</tr></thead>
${rows.join('\n')}</table></html>
`;
}

const STYLE = `
  body { margin: ${MARGIN_PX}px; background: #e4e6ea; color: #16191f; font: 15px/1.35 system-ui, sans-serif }
  table { width: max-content; border-collapse: collapse; table-layout: fixed }
  th { width: ${STEPS_WIDTH_PX - 2 * PADDING_PX}px; font-size: 17px; text-align: start }
  thead th { position: sticky; top: 0; background: #e4e6ea }
  th, td { padding: ${PADDING_PX}px; vertical-align: top }
  td { width: ${PICTURE_WIDTH_PX}px; color: #444b57; overflow-wrap: anywhere }
  td.is-failed { color: #b3123a; font-weight: 700 }
  img { display: block; margin-bottom: 4px }
`;

/** @param {readonly Seen[]} seen */
function enginesOf(seen) {
  return [...new Set(seen.map(({ engine }) => engine))];
}

/** @param {Seen | undefined} seen */
function cellOf(seen) {
  if (seen === undefined) return '<td class="is-failed">not played</td>';
  const { engine, step, text, isFailed, picture } = seen;
  const image =
    picture === undefined
      ? ''
      : `<a href="${encodeURI(picture)}"><img src="${encodeURI(picture)}" alt="${step}, ${engine}" width="${PICTURE_WIDTH_PX}"></a>`;
  return `<td${isFailed ? ' class="is-failed"' : ''}>${image}${escapeHtml(text)}</td>`;
}

/** @param {string} text */
function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
