import { BlockList, isIP } from 'node:net'

/** Everything that IANA's special-purpose registries keep out of the public internet, multicast and the reserved rest. */
const NOT_PUBLIC_V4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4'
/** Global unicast, the only part of IPv6 that is public: loopback, IPv4-mapped, NAT64, ULA, link-local and multicast lie outside. */
const PUBLIC_V6 = '2000::/3'
/** Parts of it that are not, or that carry an IPv4 address in them: Teredo and its like, documentation, 6to4. */
const NOT_PUBLIC_V6 = '2001::/23 2001:db8::/32 2002::/16 3fff::/20'

const notPublicV4 = toList(NOT_PUBLIC_V4, 'ipv4')
const publicV6 = toList(PUBLIC_V6, 'ipv6')
const notPublicV6 = toList(NOT_PUBLIC_V6, 'ipv6')

/** Whether an address that a name was resolved to is one of the public internet (safety H5). */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !notPublicV4.check(address, 'ipv4')
    case 6:
      // An address with a zone is of this link by its nature, and the list cannot read it.
      return !address.includes('%') && publicV6.check(address, 'ipv6') && !notPublicV6.check(address, 'ipv6')
    default:
      return false
  }
}

function toList(subnets: string, family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const subnet of subnets.split(' ')) {
    const [network, prefix] = subnet.split('/')
    list.addSubnet(network ?? '', Number(prefix), family)
  }
  return list
}
