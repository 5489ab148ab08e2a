import type { SignIn } from './people.js';
import type { Result } from './results.js';

export interface DemoRun {
  readonly url: string;
  readonly password: string;
  readonly signIns: readonly SignIn[];
  readonly results: readonly Result[];
  readonly overlayUrl: string;
  readonly vkey: string;
}

/** What the demo made, as Markdown: for `demo-out/summary.md` and, shortened, for the terminal. */
export function summaryOf({ url, password, signIns, results, overlayUrl, vkey }: DemoRun): string {
  return [
    '# 验真演示 Yanzhen demo',
    '',
    'Everything here is a sample: the parties, the goods and the readings are made up. 全部为样品数据。',
    '',
    ...results.flatMap((result) => [
      `## ${result.name} · ${result.number}`,
      `- 验证页 Verify page (show code): ${result.pageUrl}`,
      ...result.labelUrls.map((label, i) => `- 标签 Label ${i + 1} (item code): ${label}`),
      `- 文件 Files: ${result.files.join(', ')}`,
      '',
    ]),
    '## 登录 Sign in',
    `${url}/sign-in · 密码 password: ${password}`,
    ...signIns.map(({ login, role }) => `- ${login} (${role})`),
    '',
    `直播浮层 Overlay for OBS: ${overlayUrl}`,
    `日志公钥 Log key: ${vkey.trim()}`,
    '',
  ].join('\n');
}
