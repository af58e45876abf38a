import type { ComponentChildren } from 'preact';
import type { Scene } from '../scene/scene.js';
import type { PlayerView } from '../scene/view.js';
import { DayScreen } from './day-screen.js';
import { type Frame, frameOf } from './frame.js';
import type { Messages } from './messages/messages.js';
import { pixelShiftAt } from './pixel-shift.js';
import type { Stage } from './stage.js';
import { ALERT_PALETTES } from './states/alert-palette.js';
import { AlertScreen } from './states/alert-screen.js';
import { EmptyState } from './states/empty-state.js';
import { IdentifyScreen } from './states/identify-screen.js';
import { PALETTES } from './theme/palettes.js';
import { themeOf, themeVariables } from './theme/theme.js';

interface AppProps {
  readonly view: PlayerView;
  readonly stage: Stage;
  /** The language of what is said before a school is known; BCP 47. */
  readonly locale: string;
  readonly messagesOf: (locale: string) => Messages;
}

/** Everything that a screen shows: a pure function of the view, the stage and the messages. */
export function App({ view, stage, locale, messagesOf }: AppProps) {
  if (view.kind === 'empty') {
    const direction = /^(ar|ckb|fa|he|ps|ur)\b/i.test(locale) ? 'rtl' : 'ltr';
    return (
      <Root
        stage={stage}
        locale={locale}
        direction={direction}
        colors={themeVariables(PALETTES.dark)}
        part="screen"
      >
        <EmptyState view={view} messages={messagesOf(locale)} />
      </Root>
    );
  }
  const frame = frameOf(view, messagesOf(view.school.locale));
  const { scene, school, screen } = view;
  return (
    <Root
      stage={stage}
      locale={school.locale}
      direction={school.direction}
      colors={colorsOf(frame, scene)}
      part={scene.kind === 'alert' ? undefined : 'screen'}
    >
      {scene.kind === 'alert' && (
        <AlertScreen key={scene.alert.id} alert={scene.alert} frame={frame} stage={stage} />
      )}
      {scene.kind !== 'alert' && view.isIdentified ? (
        <IdentifyScreen name={screen.name} />
      ) : (
        scene.kind === 'day' && (
          <div class="hb-shift" style={{ transform: pixelShiftAt(view.nowMs, stage.unitPx) }}>
            <DayScreen frame={frame} scene={scene} stage={stage} />
          </div>
        )
      )}
    </Root>
  );
}

/** Black stays black, and an alert keeps its colours: a page around the player may change a day's. */
function colorsOf(frame: Frame, scene: Scene): Record<string, string> {
  switch (scene.kind) {
    case 'off':
      return themeVariables({ ...PALETTES.dark, ground: '#000000' });
    case 'alert':
      return themeVariables({ ...PALETTES.dark, ...ALERT_PALETTES[scene.alert.kind] });
    case 'day':
      return themeVariables(themeOf(frame.school, scene, frame.nowMs), true);
  }
}

interface RootProps extends Pick<AppProps, 'stage' | 'locale'> {
  readonly direction: 'ltr' | 'rtl';
  readonly colors: Record<string, string>;
  /** What a page around the player may style it by; none while there is an alert (EMB-3). */
  readonly part: 'screen' | undefined;
  readonly children: ComponentChildren;
}

/** The stage itself. Styles are set through the CSSOM, which a strict style-src allows. */
function Root({ stage, locale, direction, colors, part, children }: RootProps) {
  const variables = { '--u': `${stage.unitPx}px`, ...colors };
  return (
    <div class={`hb is-${stage.shape}`} part={part} lang={locale} dir={direction} style={variables}>
      {children}
    </div>
  );
}
