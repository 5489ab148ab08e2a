/** Of a stream of lots. Reduced inspection is left out: it is never a must, and has no sourced table. */
export type Severity = 'normal' | 'tightened' | 'discontinued';

/** Where a stream stands: the lots of one merchant, warehouse and category, one after another. */
export interface Standing {
  readonly severity: Severity;
  /** Its last lots under this severity, oldest first, at most five: `+` accepted, `-` not accepted. */
  readonly recent: string;
  /** Lots not accepted since tightened inspection began. */
  readonly notAccepted: number;
}

export const FIRST_STANDING: Standing = { severity: 'normal', recent: '', notAccepted: 0 };

// The figures of `switching` in templates/categories/reference/sampling-gbt2828.json, all of them uncertain.
const WINDOW = 5;
const NOT_ACCEPTED_TO_TIGHTEN = 2;
const ACCEPTED_TO_RETURN = 5;
const NOT_ACCEPTED_TO_STOP = 5;

/** The standing after a lot that came for the first time; lots that come again are not counted. */
export function afterLot(standing: Standing, isAccepted: boolean): Standing {
  const recent = (standing.recent + (isAccepted ? '+' : '-')).slice(-WINDOW);
  switch (standing.severity) {
    case 'normal': {
      const isTightened = count(recent, '-') >= NOT_ACCEPTED_TO_TIGHTEN;
      return isTightened ? { severity: 'tightened', recent: '', notAccepted: 0 } : { ...standing, recent };
    }
    case 'tightened': {
      if (count(recent, '+') === ACCEPTED_TO_RETURN) return FIRST_STANDING;
      const notAccepted = standing.notAccepted + (isAccepted ? 0 : 1);
      if (notAccepted < NOT_ACCEPTED_TO_STOP) return { ...standing, recent, notAccepted };
      return { severity: 'discontinued', recent: '', notAccepted };
    }
    case 'discontinued':
      return { ...standing, recent };
  }
}

/** After the supplier has acted, sampling goes on with tightened inspection. */
export function resumed(): Standing {
  return { severity: 'tightened', recent: '', notAccepted: 0 };
}

function count(recent: string, mark: '+' | '-'): number {
  return [...recent].filter((each) => each === mark).length;
}
