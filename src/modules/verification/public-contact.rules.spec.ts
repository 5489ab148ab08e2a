import { publicContact } from './public-contact.rules.js';

describe('the contact on public pages', () => {
  it.each([
    ['0518-8800 0000', { phone: '0518-8800 0000' }],
    ['+86 (518) 88000000', { phone: '+86 (518) 88000000' }],
    ['help@example.cn', { url: 'mailto:help@example.cn' }],
    ['https://example.cn/help', { url: 'https://example.cn/help' }],
  ])('is made of %s', (contact, expected) => {
    expect(publicContact(contact)).toEqual(expected);
  });

  it.each(['unset', '', 'javascript:alert(1)', 'https://', 'a@b'])('is left out when it is "%s"', (contact) => {
    expect(publicContact(contact)).toBeUndefined();
  });
});
