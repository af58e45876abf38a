import { pageLanguage } from './adapters/browser-page.js';
import { createFontHold } from './adapters/font-hold.js';
import { loadMessages, type MessageLoaderOptions } from './load-messages.js';
import { mountUi, type Ui } from './ui/mount-ui.js';

type SpeakingUiOptions = Omit<MessageLoaderOptions, 'onLoaded'>;

/**
 * The UI in whatever language a view needs: English until that language's messages are there. The
 * first picture, and that of a school, wait a moment for their fonts; an alert waits for nothing.
 */
export function mountSpeakingUi(container: HTMLElement, options: SpeakingUiOptions): Ui {
  const loader = loadMessages({ ...options, onLoaded: () => ui.repaint() });
  const ui = mountUi(container, { locale: pageLanguage(), messagesOf: loader.messagesOf });
  const hold = createFontHold(options.clock);
  let painted: string | undefined;
  return {
    ...ui,
    render(view) {
      ui.render(view);
      const isAlert = view.kind === 'content' && view.scene.kind === 'alert';
      const locale = view.kind === 'content' ? view.school.locale : '';
      const root = container.firstElementChild;
      if (isAlert) hold.end();
      else if (locale !== painted && root !== null) hold.begin(root);
      painted = locale;
    },
    close() {
      hold.end();
      loader.close();
      ui.close();
    },
  };
}
