import { type Facts, type Language, say, type Text } from './language.js';

/** What sort of no: the HTTP status is decided from it, once, in the problem filter. */
export type RefusalKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'busy' | 'too-many';

/** An expected no: a stable code for programs, a message in both languages for people that says what to do next. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly kind: RefusalKind,
    readonly text: Text,
    readonly facts: Facts = {},
  ) {
    super(`${code}: ${say(text, 'en', facts)}`);
    this.name = 'Refusal';
  }

  say(language: Language): string {
    return say(this.text, language, this.facts);
  }
}

interface RefusalText extends Text {
  readonly kind: RefusalKind;
}

/** All declared refusals by code, for the documentation and for the test that both languages are complete. */
export const declaredRefusals = new Map<string, RefusalText>();

/**
 * Declares the refusals of a module: `area` and the key in kebab-case give the code (`inspection.lot-on-hold`).
 * Returns one function per key, which makes the refusal to throw.
 */
export function declareRefusals<K extends string>(
  area: string,
  texts: Readonly<Record<K, RefusalText>>,
): Readonly<Record<K, (facts?: Facts) => Refusal>> {
  const made = {} as Record<K, (facts?: Facts) => Refusal>;
  for (const key of Object.keys(texts) as K[]) {
    const code = `${area}.${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    declaredRefusals.set(code, texts[key]);
    made[key] = (facts) => new Refusal(code, texts[key].kind, texts[key], facts);
  }
  return made;
}
