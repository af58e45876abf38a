/** Advances with every change of what is stored where; each schema has keys of its own. */
const PREFIX = 'hb:1:';

/**
 * What belongs to no school: the epoch, the global counter, the flags with their history and
 * administrators' keys, as fields of one hash.
 */
export const INSTALLATION = `${PREFIX}installation`;

/** Hash of the rollout's lease and of what each node has observed: of use while one runs. */
export const ROLLOUT = `${PREFIX}rollout`;

/** Set of every school's id. A school is listed before it is made, so that none is overlooked. */
export const SCHOOLS = `${PREFIX}schools`;

/**
 * Hash from a screen's id to its school. An entry is made before the screen and never changed: after
 * a crash in between, the id is still that school's to use, so it can heal by trying again.
 */
export const SCREEN_SCHOOLS = `${PREFIX}screen-schools`;

/**
 * Hash from a token's hash to the place of its screen; made before the screen gets it, never changed.
 * A token that was replaced still leads to its screen, which has another.
 */
export const TOKEN_SCREENS = `${PREFIX}token-screens`;

/**
 * A pairing's keys, which Redis forgets by itself: by code the hash of its fields, by secret a hash
 * that names the code. The braces keep them on one node of a cluster, so that one script writes both.
 */
export const pairingKeys = {
  byCode: (code: string) => `${PREFIX}{pairings}:code:${code}`,
  bySecret: (secretHash: string) => `${PREFIX}{pairings}:secret:${secretHash}`,
};

/** Hash: a document's text and version. */
export function documentKey(name: string): string {
  return `${PREFIX}document:${name}`;
}

/**
 * The audit log's keys, which the braces keep on one node of a cluster: the last `seq`; the entries as
 * a hash of `<seq>` and, once settled, `<seq> done`; and the sequences that there are as sorted sets,
 * of all and of each school.
 */
export const auditKeys = {
  last: `${PREFIX}{audit}:last`,
  entries: `${PREFIX}{audit}:entries`,
  all: `${PREFIX}{audit}:all`,
  ofSchool: (schoolId: string) => `${PREFIX}{audit}:school:${schoolId}`,
};

/**
 * A school's keys. The braces make Redis Cluster keep them on one node, so that one script can
 * write them; no script touches keys of two schools, or of a school and the whole (SRV-1).
 */
export interface SchoolKeys {
  /** Hash: the fields of `SchoolRecord`. */
  readonly school: string;
  /** The content's JSON text. */
  readonly content: string;
  /** Hash: `<form> <view key>`, where a form is `meta`, `json`, `brotli` or `gzip`. */
  readonly bodies: string;
  /** Hash: `<field> <screen id>`, where a field is one of `screenValues()`, `device`, `barred` or
   * `revoked`. */
  readonly screens: string;
  /** List: `<sequence> <note>` of the publishes whose content is kept, newest first. */
  readonly history: string;
  /** Hash: their contents, compressed, by sequence. */
  readonly past: string;
  /** List: what was changed of the school's flags, newest first. */
  readonly flagChanges: string;
}

export function schoolKeys(schoolId: string): SchoolKeys {
  const prefix = `${PREFIX}{${schoolId}}:`;
  return {
    school: `${prefix}school`,
    content: `${prefix}content`,
    bodies: `${prefix}bodies`,
    screens: `${prefix}screens`,
    history: `${prefix}history`,
    past: `${prefix}past`,
    flagChanges: `${prefix}flag-changes`,
  };
}

/** A school's uploaded files; of its hash slot too, so that one script can keep one. */
export const mediaKeys = {
  /** Hash: by a file's hash, what it is: `<bytes> <bytes of a chunk> <MIME type>`. */
  index: (schoolId: string) => `${PREFIX}{${schoolId}}:media`,
  /** Hash: the file's chunks, by their place from 0. */
  file: (schoolId: string, hash: string) => `${PREFIX}{${schoolId}}:media:${hash}`,
  /** The same of a file that is on its way; Redis forgets it by itself. */
  upload: (schoolId: string, id: string) => `${PREFIX}{${schoolId}}:upload:${id}`,
};

/** A school's keys in the order in which the scripts take them. */
export function keyList(schoolId: string): readonly string[] {
  const { school, content, bodies, screens, history, past } = schoolKeys(schoolId);
  return [school, content, bodies, screens, history, past];
}

/** Hash: `<field> <screen id>`, where a field is `seen`, `reported` or `report`. */
export function sightsKey(schoolId: string): string {
  return `${PREFIX}{${schoolId}}:sights`;
}
