/** When a report was filed, and when the accreditation of its laboratory had ended before. */
export class LateFilingView {
  filedOn: string;
  accreditedUntil: string;
}

/** The outside report that a reading comes from. */
export class ReadingReportView {
  id: string;
  number: string;
  laboratoryId: string;
  laboratory: string;
  cma: string;
  /** Left out unless it was filed after the accreditation, within which it is dated, had ended. */
  filedLate?: LateFilingView;
  /** Then the reading does not count. */
  isWithdrawn: boolean;
}
