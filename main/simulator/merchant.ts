export const merchant = {
  merchantName: 'Paydesk Practice Shop',
  merchantAddress: 'Calle Mayor 1 28013 Madrid',
} as const
