import { test as it } from '@playwright/test';
import '../../examples/fake-screen/screen-page.spec.js';
import { CHROMIUM_FLAGS, CHROMIUM_PATH } from '../fixtures/chromium.js';

/** The examples' own tests, in this project's browser. */
it.use({ launchOptions: { executablePath: CHROMIUM_PATH, args: CHROMIUM_FLAGS } });
