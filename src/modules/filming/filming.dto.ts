export class PackingFileView {
  kind: string;
  sha256: string;
  mediaType: string;
  bytes: number;
  sentAt: string;
}

export class PackingFilesView {
  files: PackingFileView[];
  /** Of the four, those that have not come. */
  missing: string[];
}
