/** The outside report that a reading comes from. */
export class ReadingReportView {
  id: string;
  number: string;
  laboratoryId: string;
  laboratory: string;
  cma: string;
  /** Then the reading does not count. */
  isWithdrawn: boolean;
}
