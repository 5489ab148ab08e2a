/** A sample is reported once a report stands that is not withdrawn. */
export const SAMPLE_STATES = ['sent', 'reported', 'cancelled'] as const;
export type SampleState = (typeof SAMPLE_STATES)[number];

export const REPORT_STATES = ['filed', 'withdrawn'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
