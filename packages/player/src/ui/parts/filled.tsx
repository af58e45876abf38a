import { Content } from './content.js';

interface FilledProps {
  readonly message: string;
  /** What a person wrote, by the message's places. */
  readonly values: Readonly<Record<string, string>>;
}

/** A message with texts in its places, each isolated from the sentence around it. */
export function Filled({ message, values }: FilledProps) {
  return message.split(/(\{\w+\})/).map((part) => {
    const value = values[part.slice(1, -1)];
    return value === undefined ? part : <Content key={part} text={value} />;
  });
}
