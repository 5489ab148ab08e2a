/** Whether the process can do its work; throws a refusal that says why not. The ledger provides it. */
export abstract class Readiness {
  abstract check(): Promise<void>;
}
