/** What one side found of an item of a unit, judged by the plan of its inspection. */
export interface RetestResult {
  readonly unitId: string;
  readonly item: string;
  /** Null for the warehouse itself. */
  readonly laboratoryId: string | null;
  readonly verdict: 'pass' | 'fail' | 'undecided';
}

/** How often others found otherwise than a laboratory. */
export interface RetestTally {
  readonly disagreeing: number;
  /** Pairs of which both sides are decided. */
  readonly decided: number;
  readonly undecided: number;
}

const NONE: RetestTally = { disagreeing: 0, decided: 0, undecided: 0 };

/**
 * Pairs of one item of one unit, of which one side is the laboratory and the other the warehouse or another laboratory.
 * Of each side the last result counts. A pair disagrees when one side passes what the other fails; a pair with an
 * undecided side says nothing and is not in the rate. `results` stand oldest first.
 */
export function retestTallies(results: readonly RetestResult[]): ReadonlyMap<string, RetestTally> {
  const tallies = new Map<string, RetestTally>();
  for (const sides of Map.groupBy(lastOfEach(results), ({ unitId, item }) => `${unitId} ${item}`).values()) {
    for (const own of sides) {
      if (own.laboratoryId === null) continue;
      for (const other of sides) {
        if (other === own) continue;
        tallies.set(own.laboratoryId, counted(tallies.get(own.laboratoryId) ?? NONE, own, other));
      }
    }
  }
  return tallies;
}

function counted(tally: RetestTally, own: RetestResult, other: RetestResult): RetestTally {
  if (own.verdict === 'undecided' || other.verdict === 'undecided') {
    return { ...tally, undecided: tally.undecided + 1 };
  }
  const disagreeing = tally.disagreeing + (own.verdict === other.verdict ? 0 : 1);
  return { ...tally, disagreeing, decided: tally.decided + 1 };
}

function lastOfEach(results: readonly RetestResult[]): readonly RetestResult[] {
  const last = new Map(results.map((each) => [`${each.unitId} ${each.item} ${each.laboratoryId ?? ''}`, each]));
  return [...last.values()];
}
