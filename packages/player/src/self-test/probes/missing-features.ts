import type { EngineFeature } from '@hallboard/shared';

/** Without these on plain http, whatever the engine is. */
const SECURE_ONLY: readonly EngineFeature[] = ['worker', 'cache-storage', 'wake-lock'];

/** Which features this page's engine lacks, of those that its context could have. */
export function missingFeatures(page: Window): readonly EngineFeature[] {
  const has: Readonly<Record<EngineFeature, boolean>> = {
    worker: 'serviceWorker' in page.navigator,
    database: 'indexedDB' in page,
    'cache-storage': 'caches' in page,
    audio: 'AudioContext' in page,
    abort: 'AbortController' in page,
    'plural-rules': 'PluralRules' in Intl,
    'time-zones': knowsTimeZones(),
    'flex-gap': hasFlexGap(page.document),
    'wake-lock': 'wakeLock' in page.navigator,
  };
  const features = Object.keys(has) as readonly EngineFeature[];
  return features.filter(
    (feature) => !has[feature] && (page.isSecureContext || !SECURE_ONLY.includes(feature)),
  );
}

function knowsTimeZones(): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: 'Asia/Riyadh' });
    return true;
  } catch {
    return false;
  }
}

/** Grid has had `gap` for longer, so that the property's name says nothing: it is laid out. */
function hasFlexGap(document: Document): boolean {
  const box = document.createElement('div');
  Object.assign(box.style, {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '1px',
    position: 'absolute',
  });
  box.append(document.createElement('i'), document.createElement('i'));
  document.body.append(box);
  const { scrollHeight } = box;
  box.remove();
  return scrollHeight === 1;
}
