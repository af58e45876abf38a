import { strFromU8, unzipSync } from 'fflate';
import { readXml, XmlError } from './read-xml.js';

/** What a workbook says of a sheet beside its cells. */
export interface SheetLayout {
  readonly isHidden: boolean;
  /** Cells that are one over several rows; from 0, the last inclusive. */
  readonly merged: readonly {
    readonly column: number;
    readonly from: number;
    readonly to: number;
  }[];
}

/** @returns the layout of each sheet, by its name; nothing of what cannot be read. */
export function readLayouts(bytes: Uint8Array): ReadonlyMap<string, SheetLayout> {
  const parts = unzipSync(bytes, {
    filter: ({ name }) => /^xl\/(workbook\.xml|_rels\/|worksheets\/[^/]+\.xml$)/.test(name),
  });
  const targets = new Map(
    elementsOf(parts, 'xl/_rels/workbook.xml.rels').map(({ Id = '', Target = '' }) => [
      Id,
      Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`,
    ]),
  );
  return new Map(
    elementsOf(parts, 'xl/workbook.xml')
      .filter(({ name, 'r:id': id }) => name !== undefined && id !== undefined)
      .map(({ name = '', state, 'r:id': id = '' }) => {
        const sheet = parts[targets.get(id) ?? ''];
        const merged = sheet === undefined ? [] : mergedRows(strFromU8(sheet));
        return [name, { isHidden: state === 'hidden' || state === 'veryHidden', merged }];
      }),
  );
}

/** @returns the attributes of each element. */
function elementsOf(
  parts: Readonly<Record<string, Uint8Array>>,
  path: string,
): readonly Readonly<Record<string, string>>[] {
  const part = parts[path];
  if (part === undefined) return [];
  try {
    return readXml(strFromU8(part)).map(({ attributes }) => attributes);
  } catch (error) {
    if (error instanceof XmlError) return [];
    throw error;
  }
}

/** Found in the text, since a sheet may have a million other elements. */
const MERGED = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g;

/** Of `B2:B5`, the cells of its first column. */
function mergedRows(sheet: string): SheetLayout['merged'] {
  return [...sheet.matchAll(MERGED)].flatMap(([, letters = '', from = '', to = '']) => {
    if (from === to) return [];
    const column = [...letters].reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0) - 1;
    return [{ column, from: Number(from) - 1, to: Number(to) - 1 }];
  });
}
