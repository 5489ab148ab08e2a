import { Refusal } from '../../src/kernel/refusal.js';

/** The code with which a rule refuses; `taken` when it does not. */
export function refusedWith(decide: () => unknown): string {
  try {
    decide();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'taken';
}
