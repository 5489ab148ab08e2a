import { limitedVisitor, visitorNetwork } from './visitor-network.rules.js';

describe('the network of a visitor', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1234:5678:9abc:def0:1:2', '2001:db8:1234::/48'],
    ['2001:DB8::1', '2001:db8:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['::1', '0:0:0::/48'],
  ])('is kept of %s as %s', (address, network) => {
    expect(visitorNetwork(address)).toBe(network);
  });

  it.each(['', 'localhost', '1.2.3', '2001:db8', '1:2:3:4:5:6:7:8:9', '1::2::3', ':1', 'g::1', '12345::'])(
    'is unknown of what is no address: "%s"',
    (address) => {
      expect(visitorNetwork(address)).toBe('unknown');
    },
  );

  it('is for limits the whole IPv4 address and the /64 of IPv6, so that nobody has 2^64 tries', () => {
    expect(limitedVisitor('203.0.113.77')).toBe('203.0.113.77/32');
    expect(limitedVisitor('2001:db8:1:2:3:4:5:6')).toBe(limitedVisitor('2001:db8:1:2::ffff'));
    expect(limitedVisitor('2001:db8:1:2::1')).not.toBe(limitedVisitor('2001:db8:1:3::1'));
  });
});
