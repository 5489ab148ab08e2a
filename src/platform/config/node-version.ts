const MINIMUM = 22;

// better-sqlite3 would end an older Node without a word, so this runs before anything else is loaded.
if (Number(process.versions.node.split('.')[0]) < MINIMUM) {
  process.stderr.write(
    `需要 Node ${MINIMUM} 或更高版本(当前 ${process.versions.node})。请用 npm start,它自带 Node 24。\n` +
      `Node ${MINIMUM} or newer is needed (this is ${process.versions.node}). Use "npm start": it brings Node 24 along.\n`,
  );
  process.exit(1);
}
