/** One screen in a message about screens. */
export interface NoticedScreen {
  readonly school: string;
  readonly screen: string;
  readonly name: string;
  /** Since when nothing has been heard of it, ms since the epoch. */
  readonly since: number;
}

/** A message to whoever looks after the screens (OBS-4). */
export interface Notice {
  /** The same where a message is sent again, since nobody knows whether it arrived. */
  readonly id: string;
  readonly kind: 'screens-silent' | 'screens-recovered';
  /** When it was made, ms since the epoch. */
  readonly at: number;
  readonly screens: readonly NoticedScreen[];
}

/** One way to reach them. */
export interface Notifier {
  /** Unlike any other's of the server. */
  readonly channel: string;
  /** Rejects unless the message was taken within seconds; the error holds no secret. */
  send(notice: Notice): Promise<void>;
}
