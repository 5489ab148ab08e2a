import type { Actor, PartyKind } from '../../kernel/actor.js';
import type { Party } from './parties.entity.js';
import { isKept, isVisible, mayKnowContact, registerParty, type PartyWish } from './parties.rules.js';

const ID = '00000000-0000-7000-8000-000000000001';
// One of the valid codes in templates/categories/reference/identifiers.json.
const USCC = '91350100M000100Y43';
const WRONG_CHECK = '91350100M000100Y44';
const laboratory = { cma: '123456789012', scope: ['GB/T 16552'], validUntil: '2027-01-31' };

function wish(over: Partial<PartyWish> = {}): PartyWish {
  return { kind: 'merchant', name: { zh: '东海水晶店' }, uscc: USCC, ...over };
}

function codeOf(over: Partial<PartyWish>): string | undefined {
  try {
    registerParty(ID, wish(over));
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

function viewer(partyKind: PartyKind, partyId = 'own'): Actor {
  return { accountId: 'a', pseudonym: 'p', number: 'n', partyId, partyKind, roles: [] };
}

describe('registering a party', () => {
  it('keeps names in one spelling, and who to call out of what is public', () => {
    const facts = { name: { zh: ' 东海  水晶店 ', en: 'Donghai Crystal' }, phone: '0518-0000', contactName: '王' };
    expect(registerParty(ID, wish({ ...facts, uscc: ' 91350100m000100y43 ' }))).toEqual([
      {
        kind: 'parties.party-registered',
        subjects: [{ type: 'party', id: ID }],
        contents: {
          public: { kind: 'merchant', name: { zh: '东海 水晶店', en: 'Donghai Crystal' }, uscc: USCC },
          party: {},
          personal: { contactName: '王', phone: '0518-0000' },
        },
      },
    ]);
  });

  it('says who keeps it to the parties, not to the public', () => {
    const [registered] = registerParty(ID, wish({ registeredBy: 'warehouse' }));
    expect(registered?.contents.party).toEqual({ registeredBy: 'warehouse' });
    expect(JSON.stringify(registered?.contents.public)).not.toContain('registeredBy');
  });

  it('has no personal group when nobody is named', () => {
    expect(registerParty(ID, wish())[0]?.contents).not.toHaveProperty('personal');
  });

  it('takes a wrong check character only with a reason, and keeps no reason for a right one', () => {
    expect(codeOf({ uscc: WRONG_CHECK })).toBe('parties.uscc-bad-check');
    const explained = registerParty(ID, wish({ uscc: WRONG_CHECK, usccReason: '执照如此' }));
    expect(explained[0]?.contents.party).toEqual({ usccReason: '执照如此' });
    expect(registerParty(ID, wish({ usccReason: '多余' }))[0]?.contents.party).toEqual({});
  });

  it.each(['91350100M000100Y4', '91350100M000100Y433', 'I1350100M000100Y43', ''])(
    'refuses %p whatever the reason',
    (uscc) => {
      expect(codeOf({ uscc, usccReason: '执照如此' })).toBe('parties.uscc-malformed');
    },
  );

  it('needs the accreditation of a laboratory, and of nobody else', () => {
    expect(codeOf({ kind: 'laboratory' })).toBe('parties.laboratory-incomplete');
    expect(codeOf({ kind: 'laboratory', laboratory: { ...laboratory, scope: [] } })).toBe(
      'parties.laboratory-incomplete',
    );
    expect(codeOf({ kind: 'laboratory', laboratory })).toBeUndefined();
    expect(codeOf({ kind: 'merchant', laboratory })).toBe('parties.laboratory-only');
  });

  it.each(['12345678901', '1234567890123', '12345678901X'])('refuses the CMA number %s', (cma) => {
    expect(codeOf({ kind: 'laboratory', laboratory: { ...laboratory, cma } })).toBe('parties.cma-malformed');
  });

  it('refuses a code that another party of the kind has', () => {
    const other = { id: 'other', kind: 'merchant', nameZh: '甲' } as Party;
    expect(() => registerParty(ID, wish(), other)).toThrow('parties.uscc-taken');
    expect(() => registerParty(ID, wish(), { ...other, id: ID })).not.toThrow();
  });
});

describe('who may see a party', () => {
  const kinds: PartyKind[] = ['warehouse', 'merchant', 'laboratory', 'studio', 'carrier', 'regulator'];

  it.each([
    ['warehouse', ['merchant', 'laboratory', 'studio', 'carrier', 'regulator']],
    ['regulator', kinds],
    ['merchant', ['warehouse']],
    ['laboratory', ['warehouse']],
    ['studio', ['warehouse']],
    ['carrier', ['warehouse']],
  ] as const)('a %s sees others that are %j', (kind, seen) => {
    expect(kinds.filter((each) => isVisible(viewer(kind), { id: 'other', kind: each }))).toEqual(seen);
    expect(isVisible(viewer(kind), { id: 'own', kind })).toBe(true);
  });

  it('tells a merchant nobody’s contact but its own', () => {
    expect(mayKnowContact(viewer('merchant'), { id: 'warehouse', registeredBy: null })).toBe(false);
    expect(mayKnowContact(viewer('merchant'), { id: 'own', registeredBy: 'other' })).toBe(true);
  });

  it('tells a contact to the warehouse that keeps the party and to regulators, not to another warehouse', () => {
    const kept = { id: 'merchant', registeredBy: 'own' };
    expect(mayKnowContact(viewer('warehouse'), kept)).toBe(true);
    expect(mayKnowContact(viewer('warehouse', 'another'), kept)).toBe(false);
    expect(mayKnowContact(viewer('regulator', 'another'), kept)).toBe(true);
  });

  it('lets nobody but its own people keep a party that the shell registered', () => {
    const byShell = { id: 'regulator', registeredBy: null };
    expect(isKept(viewer('warehouse'), byShell)).toBe(false);
    expect(isKept(viewer('regulator', 'regulator'), byShell)).toBe(true);
  });
});
