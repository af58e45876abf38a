import { gzipSync } from 'fflate';
import { createTar } from 'nanotar';
import { appFiles } from './app-files.mjs';
import { packAr } from './ar.mjs';

/** A domain turned around that is no shop's: LG refuses `com.lge` and its like. */
const ID = 'org.hallboard.screen';
const ATTRIBUTES = { mtime: 0, uid: 0, gid: 0 };

/**
 * An `.ipk` for LG's displays: an `ar` of a format's version and two archives, as Debian's packages.
 * @param {string} server its origin
 * @param {string} version
 * @returns {Uint8Array}
 */
export function packWebos(server, version) {
  const app = `usr/palm/applications/${ID}/`;
  const fill = (/** @type {string} */ text) =>
    text.replace('{id}', ID).replace('{version}', version);
  const files = appFiles(server, 'webos', fill);
  const bytes = files.reduce((sum, { data }) => sum + data.length, 0);
  const info = { app: ID, id: ID, loc_name: 'Hallboard', vendor: 'Hallboard', version };
  const packageInfo = {
    name: `usr/palm/packages/${ID}/packageinfo.json`,
    data: new TextEncoder().encode(`${JSON.stringify(info, undefined, 2)}\n`),
  };
  const data = [...files.map((file) => ({ ...file, name: app + file.name })), packageInfo];
  return packAr([
    { name: 'debian-binary', data: new TextEncoder().encode('2.0\n') },
    { name: 'control.tar.gz', data: packTar([{ name: 'control', data: control(version, bytes) }]) },
    { name: 'data.tar.gz', data: packTar([...foldersOf(data), ...data]) },
  ]);
}

/** @param {readonly import('nanotar').TarFileInput[]} entries */
function packTar(entries) {
  const modes = entries.map((entry) => ({
    ...entry,
    attrs: { ...ATTRIBUTES, mode: entry.data === undefined ? '755' : '644' },
  }));
  return gzipSync(createTar(modes), { mtime: 0 });
}

/** @param {readonly {name: string}[]} files @returns {{name: string}[]} each before what is in it. */
function foldersOf(files) {
  const folders = files.flatMap(({ name }) => {
    const parts = name.split('/').slice(0, -1);
    return parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`);
  });
  return [...new Set(folders)].map((name) => ({ name }));
}

/** @param {string} version @param {number} bytes of the app, unpacked */
function control(version, bytes) {
  return [
    `Package: ${ID}`,
    `Version: ${version}`,
    'Section: misc',
    'Priority: optional',
    'Architecture: all',
    `Installed-Size: ${bytes}`,
    'Maintainer: Hallboard',
    'Description: A display player for school screens that never goes blank.',
    'webOS-Package-Format-Version: 2',
    'webOS-Packager-Version: x.y.x',
    '',
  ].join('\n');
}
