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
    elementsOf(parts, 'xl/workbook.xml', 'sheet').map(({ name = '', state, 'r:id': id = '' }) => {
      const cells = elementsOf(parts, targets.get(id) ?? '', 'mergeCell');
      const merged = cells.flatMap(({ ref = '' }) => mergedRows(ref));
      return [name, { isHidden: state === 'hidden' || state === 'veryHidden', merged }];
    }),
  );
}

/** @returns the attributes of each element, or of those of a name, whatever its prefix. */
function elementsOf(
  parts: Readonly<Record<string, Uint8Array>>,
  path: string,
  name?: string,
): readonly Readonly<Record<string, string>>[] {
  const part = parts[path];
  if (part === undefined) return [];
  try {
    return readXml(strFromU8(part))
      .filter((element) => name === undefined || element.name.replace(/^.*:/, '') === name)
      .map(({ attributes }) => attributes);
  } catch (error) {
    if (error instanceof XmlError) return [];
    throw error;
  }
}

/** Of `B2:B5`, the cells of its first column. */
function mergedRows(ref: string): SheetLayout['merged'] {
  const [, letters = '', from = '', to = ''] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(ref) ?? [];
  if (letters === '' || from === to) return [];
  const column = [...letters].reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0) - 1;
  return [{ column, from: Number(from) - 1, to: Number(to) - 1 }];
}
