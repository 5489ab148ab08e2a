import { declareRefusals } from '../../kernel/refusal.js';

export const refuse = declareRefusals('exchange', {
  unknown: {
    kind: 'not-found',
    zh: '没有这次导入，或者它不属于您的单位。请在“导入导出”页重新打开。',
    en: 'There is no such import, or it is not your party’s. Open it again from “Import and export”.',
  },
  kindNotYours: {
    kind: 'forbidden',
    zh: '您的账号不能导入这类数据。请让有相应岗位的同事导入，或请管理员开通。',
    en: 'Your account may not import this. Ask a colleague who may record it, or the administrator.',
  },
  notYoursToExport: {
    kind: 'forbidden',
    zh: '您的账号不能导出这类数据。请让能看到它的同事导出。',
    en: 'Your account may not export this. Ask a colleague who may see it.',
  },
  fileExpected: {
    kind: 'invalid',
    zh: '请上传 CSV 或 XLSX 文件，作为请求的正文。',
    en: 'Send a CSV or XLSX file as the body of the request.',
  },
  fileTooLarge: {
    kind: 'invalid',
    zh: '文件超过 {mebibytes} MiB。请拆成几个文件分别导入。',
    en: 'The file is larger than {mebibytes} MiB. Split it and import the parts.',
  },
  tooManyDrafts: {
    kind: 'conflict',
    zh: '贵单位已有 {most} 次没有确认的导入。请先确认或放弃其中几次。',
    en: 'Your party has {most} imports that wait to be committed. Commit or discard some first.',
  },
  stillChecking: {
    kind: 'conflict',
    zh: '文件还在检查。请等检查完成后再确认。',
    en: 'The file is still being checked. Commit it once that is done.',
  },
  notCheckable: {
    kind: 'conflict',
    zh: '文件没有通过检查，不能确认。请改好文件后重新上传。',
    en: 'The file could not be taken and cannot be committed. Mend it and upload it again.',
  },
  hasProblems: {
    kind: 'conflict',
    zh: '有 {count} 处问题。请改好文件重新上传；或者选择“跳过有问题的行”再确认。',
    en: 'There are {count} problems. Mend the file and upload it again, or choose to leave out the rows with problems.',
  },
  nothingToRecord: {
    kind: 'conflict',
    zh: '没有可以记录的行。请改好文件后重新上传。',
    en: 'There is no row that can be recorded. Mend the file and upload it again.',
  },
  importOfOther: {
    kind: 'forbidden',
    zh: '只有确认这次导入的人才能撤销。请联系本人，或逐条处理。',
    en: 'Only whoever committed this import can undo it. Ask that person, or take the records back one by one.',
  },
  notUndoable: {
    kind: 'conflict',
    zh: '这次导入已经撤销，或正在撤销。',
    en: 'This import is undone already, or is being undone.',
  },
  movedOn: {
    kind: 'conflict',
    zh: '这次导入已经由另一个进程继续。请刷新页面。',
    en: 'Another process has gone on with this import. Load the page again.',
  },
  interrupted: {
    kind: 'conflict',
    zh: '检查没有做完：服务器重新启动过。请重新上传文件。',
    en: 'The check did not end: the server was started again. Upload the file again.',
  },
});

/** What may be wrong with a file, a row or a cell; each names what to do. */
export const problem = declareRefusals('import', {
  unreadable: {
    kind: 'invalid',
    zh: '文件读不懂：不是 CSV，也不是完好的 XLSX。请用 Excel 或 WPS 另存为 XLSX 或 CSV UTF-8 再上传。',
    en: 'The file cannot be read: it is no CSV and no sound XLSX. Save it as XLSX or CSV UTF-8 and upload it again.',
  },
  encoding: {
    kind: 'invalid',
    zh: '文字编码读不懂。请另存为“CSV UTF-8”或 GB18030(GBK)再上传。',
    en: 'The encoding of the text is not known. Save the file as CSV UTF-8, or as GB18030 (GBK), and upload it again.',
  },
  oldFormat: {
    kind: 'invalid',
    zh: '这是旧版 .xls（或加密的）文件。请另存为不加密的 .xlsx 或 CSV 再上传。',
    en: 'This is an old .xls file, or an encrypted one. Save it as an open .xlsx or CSV and upload it again.',
  },
  encrypted: {
    kind: 'invalid',
    zh: '文件加了密码。请去掉密码后再上传。',
    en: 'The file is locked with a password. Remove it and upload the file again.',
  },
  tooLarge: {
    kind: 'invalid',
    zh: '文件解开后太大。请拆成几个文件，并去掉图片和多余的工作表。',
    en: 'Unpacked, the file is too large. Split it, and remove pictures and other sheets.',
  },
  tooManyRows: {
    kind: 'invalid',
    zh: '超过 200,000 行。请拆成几个文件分别导入。',
    en: 'There are more than 200,000 rows. Split the file and import the parts.',
  },
  tooManyColumns: {
    kind: 'invalid',
    zh: '超过 300 列。请删去用不到的列。',
    en: 'There are more than 300 columns. Remove those that are not needed.',
  },
  quotes: {
    kind: 'invalid',
    zh: 'CSV 的引号不成对，或这一行太长。请从这一行起检查引号。',
    en: 'The quotation marks of the CSV do not match, or this row is too long. Check the marks from this row on.',
  },
  empty: { kind: 'invalid', zh: '文件里没有内容。', en: 'There is nothing in the file.' },
  noRows: { kind: 'invalid', zh: '只有表头，没有数据行。', en: 'There is a header but no row below it.' },
  columnUnknown: {
    kind: 'invalid',
    zh: '没有这一列。请对照空白模板改正表头，或删去这一列。',
    en: 'There is no such column. Correct the header by the blank template, or remove the column.',
  },
  columnTwice: {
    kind: 'invalid',
    zh: '这一列出现了两次。请删去一列。',
    en: 'This column stands there twice. Remove one of them.',
  },
  columnMissing: {
    kind: 'invalid',
    zh: '缺少这一列。请对照空白模板补上。',
    en: 'This column is missing. Add it by the blank template.',
  },
  cellWithoutColumn: {
    kind: 'invalid',
    zh: '这一格上面没有表头。请补上表头，或清空这一格。',
    en: 'There is no header above this cell. Add one, or empty the cell.',
  },
  needed: { kind: 'invalid', zh: '必填。', en: 'This is needed.' },
  formula: {
    kind: 'invalid',
    zh: '这一格是公式。请“选择性粘贴 - 数值”，只留结果。',
    en: 'This cell holds a formula. Paste it as a value, so that only its result stays.',
  },
  errorValue: {
    kind: 'invalid',
    zh: '这一格是错误值。请填入正确的内容。',
    en: 'This cell holds an error. Fill in what is right.',
  },
  merged: {
    kind: 'invalid',
    zh: '这里有合并单元格。请取消合并，每行填全。',
    en: 'There are merged cells here. Split them, and fill in every row.',
  },
  longNumber: {
    kind: 'invalid',
    zh: '数字超过 15 位，Excel 已丢掉末尾几位。请把单元格设为文本，重新填写。',
    en: 'A number of more than 15 digits: Excel has lost the last ones. Make the cell text and fill it in again.',
  },
  longCell: {
    kind: 'invalid',
    zh: '这一格超过 8,000 字。请缩短。',
    en: 'This cell has more than 8,000 characters. Shorten it.',
  },
  timeOfDay: {
    kind: 'invalid',
    zh: '这里只要日期，不要时刻。请把单元格改成日期。',
    en: 'Only a day is asked for here, without a time. Make the cell a day.',
  },
  malformedJson: {
    kind: 'invalid',
    zh: '内容不是完好的 JSON。请照导出的样子填写。',
    en: 'This is no sound JSON. Fill it in as an export shows it.',
  },
  merchantUnknown: {
    kind: 'invalid',
    zh: '没有登记这个统一社会信用代码的主体。请核对，或请管理员先登记。',
    en: 'No party with this credit code is registered. Check it, or ask the administrator to register the party.',
  },
  unitNotInspected: {
    kind: 'invalid',
    zh: '没有这个商品，或者它没有正在进行的检测。请先开始检测，或核对商品编号。',
    en: 'There are no such goods, or no inspection of them is open. Start one first, or check the number.',
  },
  itemUnknown: {
    kind: 'invalid',
    zh: '这件商品的检测方案里没有这一项。请对照检测页的项目编号。',
    en: 'The plan of these goods has no such item. Compare with the codes on the inspection page.',
  },
  valueNeedsJson: {
    kind: 'invalid',
    zh: '这一项不能只填一个值。请照导出的样子填写 JSON，或在检测页录入。',
    en: 'This item takes more than one value. Fill in JSON as an export shows it, or record it on the inspection page.',
  },
  recordApart: {
    kind: 'invalid',
    zh: '同一个“{column}”的行要连在一起。请排好顺序。',
    en: 'Rows of one “{column}” stand together. Sort the sheet by it.',
  },
  recordDiffers: {
    kind: 'invalid',
    zh: '同一个“{column}”的各行，这一列要相同。',
    en: 'All rows of one “{column}” say the same here.',
  },
  tooManyInRecord: {
    kind: 'invalid',
    zh: '同一个“{column}”最多 {most} 行。请分成几个。',
    en: 'One “{column}” has at most {most} rows. Split it.',
  },
});
