import { type Language, sayList, type Text } from '../../kernel/language.js';
import { unitSymbol } from '../../kernel/units.js';
import { type ReadingValue, shownWeighings } from '../inspection/index.js';

type DefectsReading = Extract<ReadingValue, { readonly kind: 'defects' }>;

const NOT_DETECTED: Text = { zh: '未检出', en: 'not detected' };
const YES: Text = { zh: '是', en: 'yes' };
const NO: Text = { zh: '否', en: 'no' };
const PASS: Text = { zh: '合格', en: 'pass' };
const FAIL: Text = { zh: '不合格', en: 'fail' };
const NO_DEFECTS: Text = { zh: '未见缺陷', en: 'no defect seen' };

/** A reading for people, as it was recorded. `word` says a choice in the reader's words. */
export function shownReading(value: ReadingValue, language: Language, word: (text: string) => string): string {
  const say = (text: Text) => text[language];
  const join = (parts: readonly string[]) => sayList(parts, language);
  switch (value.kind) {
    case 'number':
      return `${amount(value.value, value.unit)}${value.uncertainty === undefined ? '' : ` ±${value.uncertainty}`}`;
    case 'not-detected':
      return value.detectionLimit === undefined
        ? say(NOT_DETECTED)
        : `${say(NOT_DETECTED)} (< ${amount(value.detectionLimit, value.unit)})`;
    case 'boolean':
      return say(value.value ? YES : NO);
    case 'text':
      return value.text;
    case 'enum':
      return word(value.value);
    case 'list':
      return join(value.values.map((each) => amount(each, value.unit)));
    case 'map':
      return join([
        ...Object.entries(value.values).map(([key, each]) => `${key} ${amount(each, value.unit)}`),
        ...(value.notDetected ?? []).map((key) => `${key} ${say(NOT_DETECTED)}`),
      ]);
    case 'defects':
      return shownDefects(value, language);
    case 'plan':
      return value.rows
        .map(({ organism, counts, unit }) => {
          const shown = counts.map((count) => ('value' in count ? count.value : say(NOT_DETECTED)));
          return `${organism}: ${shown.join(' / ')}${unit ? ` ${unitSymbol(unit)}` : ''}`;
        })
        .join('; ');
    case 'weighings':
      return join(weighed(value));
    case 'files':
      return join(value.files.map(({ role }) => role));
    case 'opinion':
      return `${say(value.verdict === 'pass' ? PASS : FAIL)}${language === 'zh' ? '：' : ': '}${value.text}`;
  }
}

/** Of a lot it is said first how many were looked at. */
function shownDefects({ defects, sampled }: DefectsReading, language: Language): string {
  const seen = defects.map(({ name, severity, count }) => `${name} ${severity} ×${count}`);
  const text = seen.length === 0 ? NO_DEFECTS[language] : sayList(seen, language);
  if (sampled === undefined) return text;
  return language === 'zh' ? `看 ${sampled} 件：${text}` : `${sampled} looked at: ${text}`;
}

function weighed(value: Extract<ReadingValue, { readonly kind: 'weighings' }>): string[] {
  const unit = value.formula === 'glaze' ? 'P1' : value.unit;
  return shownWeighings(value).map(({ figure, formula }) => `${amount(figure, unit)} = ${formula}`);
}

function amount(value: string, unit: string | null): string {
  if (!unit) return value;
  const symbol = unitSymbol(unit);
  return symbol === '%' || symbol === '‰' ? `${value}${symbol}` : `${value} ${symbol}`;
}
