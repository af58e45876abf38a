import { announcements } from './announcements.js';
import { classes } from './classes.js';
import { cover } from './cover.js';
import { duty } from './duty.js';
import { header } from './header.js';
import { honours } from './honours.js';
import { media } from './media.js';
import { now } from './now.js';
import type { Panel, PanelName } from './panel.js';
import { ticker } from './ticker.js';
import { timeline } from './timeline.js';

/** Every panel by the name that layouts call it. */
export const PANELS: Readonly<Record<PanelName, Panel>> = {
  header,
  now,
  timeline,
  announcements,
  classes,
  cover,
  duty,
  honours,
  ticker,
  media,
};
