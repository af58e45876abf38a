import { pageLanguage } from './adapters/browser-page.js';
import { loadMessages, type MessageLoaderOptions } from './load-messages.js';
import { mountUi, type Ui } from './ui/mount-ui.js';

type SpeakingUiOptions = Omit<MessageLoaderOptions, 'onLoaded'>;

/** The UI in whatever language a view needs: English until that language's messages are there. */
export function mountSpeakingUi(container: HTMLElement, options: SpeakingUiOptions): Ui {
  const loader = loadMessages({ ...options, onLoaded: () => ui.repaint() });
  const ui = mountUi(container, { locale: pageLanguage(), messagesOf: loader.messagesOf });
  return {
    ...ui,
    close() {
      loader.close();
      ui.close();
    },
  };
}
