import {
  certificateGrounds,
  certificateRow,
  MARKS,
  REVIEWER,
  signedInspection,
  unitRow,
} from '../../../test/support/certificate-grounds.js';
import { certificateContent } from './certificate-content.rules.js';
import {
  changeState,
  issueCertificate,
  recordFile,
  reinstateAfterCalibration,
  requireGrounds,
  requirePublicUrl,
  requireTrustedInstruments,
  suspendForCalibration,
} from './certificates.rules.js';

describe('the grounds of a certificate', () => {
  it.each(['passed', 'packed', 'labelled', 'shipped'])('hold for a unit that is %s', (stage) => {
    const signed = signedInspection();
    expect(requireGrounds(REVIEWER, unitRow({ stage }), signed)).toBe(signed);
  });

  it.each(['received', 'inspecting', 'awaiting-review', 'failed', 'returned'])(
    'do not hold for a unit that is %s',
    (stage) => {
      expect(() => requireGrounds(REVIEWER, unitRow({ stage }), signedInspection())).toThrow('units.wrong-stage');
    },
  );

  it('do not hold while the unit is held', () => {
    expect(() => requireGrounds(REVIEWER, unitRow({ openHolds: 1 }), signedInspection())).toThrow('units.on-hold');
  });

  it('need the gate and a signed inspection', () => {
    const open = unitRow({ inspectionGateAt: null });
    expect(() => requireGrounds(REVIEWER, open, signedInspection())).toThrow('certificates.not-inspected');
    expect(() => requireGrounds(REVIEWER, unitRow(), undefined)).toThrow('certificates.not-inspected');
  });

  it('need a photograph', () => {
    expect(() => requireGrounds(REVIEWER, unitRow(), signedInspection({ photos: [] }))).toThrow(
      'certificates.no-photo',
    );
  });

  it('need an issuer who did not inspect', () => {
    for (const accountId of ['inspector', 'second-inspector']) {
      expect(() => requireGrounds({ ...REVIEWER, accountId }, unitRow(), signedInspection())).toThrow(
        'certificates.same-person',
      );
    }
  });
});

describe('the public address of a certificate', () => {
  it('must be set', () => {
    expect(() => requirePublicUrl(undefined, true)).toThrow('certificates.public-url-missing');
  });

  it("is this machine's own for samples only", () => {
    expect(requirePublicUrl('http://localhost:3000', true)).toBe('http://localhost:3000');
    expect(() => requirePublicUrl('http://localhost:3000', false)).toThrow('certificates.public-url-local');
    expect(requirePublicUrl('https://v.example.cn', false)).toBe('https://v.example.cn');
  });
});

describe('issuing', () => {
  const content = certificateContent(certificateGrounds(), MARKS);
  const order = {
    id: 'new',
    content,
    unit: unitRow(),
    inspectionId: 'inspection',
    accountId: 'reviewer',
    live: undefined,
    supersedes: undefined,
  };
  const live = certificateRow({ id: 'old', number: 'YZ-OLD' });

  it('commits to the content itself', () => {
    const [issued, ...others] = issueCertificate(order);
    expect(others).toEqual([]);
    expect(issued).toMatchObject({ kind: 'certificates.issued', contents: { public: content } });
    expect(issued?.subjects).toEqual([
      { type: 'certificate', id: 'new' },
      { type: 'unit', id: unitRow().id },
    ]);
  });

  it.each(['valid', 'suspended'])('is refused beside one that is %s', (state) => {
    const beside = { ...order, live: { ...live, state } };
    expect(() => issueCertificate(beside)).toThrow('certificates.already-issued');
  });

  it.each(['valid', 'suspended'])('supersedes one that is %s, before the new one counts', (state) => {
    const events = issueCertificate({ ...order, live: { ...live, state }, supersedes: 'old' });
    expect(events.map(({ kind }) => kind)).toEqual(['certificates.state-changed', 'certificates.issued']);
    expect(events[0]).toMatchObject({
      subjects: [{ type: 'certificate', id: 'old' }, { type: 'unit' }],
      contents: { public: { state: 'superseded', supersededBy: { id: 'new', number: content.number } } },
    });
    expect(events[1]?.contents.party).toMatchObject({ supersedes: 'old' });
  });

  it('supersedes nothing but the one that counts', () => {
    expect(() => issueCertificate({ ...order, live, supersedes: 'other' })).toThrow(
      'certificates.nothing-to-supersede',
    );
    expect(() => issueCertificate({ ...order, supersedes: 'old' })).toThrow('certificates.nothing-to-supersede');
  });
});

describe('the state of a certificate', () => {
  const why = { reason: { zh: '照片有误' }, accountId: 'reviewer' };
  const next = { suspended: ['valid'], valid: ['suspended'], revoked: ['valid', 'suspended'] } as const;

  it('changes along the allowed ways only, and revoked and superseded are final', () => {
    for (const from of ['valid', 'suspended', 'revoked', 'superseded']) {
      for (const state of ['suspended', 'valid', 'revoked'] as const) {
        const change = () => changeState(certificateRow({ state: from }), state, why);
        if ((next[state] as readonly string[]).includes(from)) {
          expect(change()[0]?.contents.public).toEqual({ state, reason: { zh: '照片有误' } });
        } else expect(change).toThrow('certificates.wrong-state');
      }
    }
  });

  it.each([{ zh: '' }, { zh: ' \n' }, { zh: '有误', en: ' ' }])('needs a reason that says something: %j', (reason) => {
    expect(() => changeState(certificateRow(), 'revoked', { ...why, reason })).toThrow('certificates.empty-reason');
  });
});

describe('the file of a certificate', () => {
  const file = { sha256: 'ef'.repeat(32), bytes: 40_000 };

  it('is recorded once', () => {
    expect(recordFile(certificateRow(), file)[0]).toMatchObject({
      kind: 'certificates.rendered',
      contents: { public: file },
    });
    expect(recordFile(certificateRow({ pdfSha256: file.sha256, pdfBytes: file.bytes }), file)).toEqual([]);
  });
});

describe('a list in doubt', () => {
  const change = { reason: { zh: '复校不合格' }, accountId: 'r', calibrationId: 'c1' };
  const states = ['valid', 'suspended', 'revoked', 'superseded'] as const;
  const all = states.map((state) => certificateRow({ id: state, state }));

  it('suspends what is valid and names the rest', () => {
    const { events, others } = suspendForCalibration(all, change);
    expect(events.map(({ subjects }) => subjects[0]?.id)).toEqual(['valid']);
    expect(events[0]?.contents).toEqual({
      public: { state: 'suspended', reason: { zh: '复校不合格' } },
      party: { accountId: 'r', calibrationId: 'c1' },
    });
    expect(others.map(({ id }) => id)).toEqual(['suspended', 'revoked', 'superseded']);
  });

  it('reinstates what was suspended for this calibration only', () => {
    const own = all.map((each) => ({ ...each, suspendedFor: 'c1' }));
    const foreign = all.map((each) => ({ ...each, suspendedFor: 'c2' }));
    const { events } = reinstateAfterCalibration([...own, ...all, ...foreign], { ...change, against: new Set() });
    expect(events.map(({ subjects }) => subjects[0]?.id)).toEqual(['suspended']);
    expect(events[0]?.contents).toMatchObject({ public: { state: 'valid' }, party: { accountId: 'r' } });
  });

  it('changes for a reason', () => {
    for (const decide of [suspendForCalibration, reinstateAfterCalibration]) {
      expect(() => decide(all, { ...change, reason: { zh: ' ' }, against: new Set() })).toThrow(
        'certificates.empty-reason',
      );
    }
  });

  it('gives no certificate while an instrument is in doubt', () => {
    const issue = () => requireTrustedInstruments(['B-03']);
    expect(issue).toThrow('certificates.instrument-doubtful');
    expect(() => requireTrustedInstruments([])).not.toThrow();
  });
});
