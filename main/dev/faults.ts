process.stderr.write('The fault simulation comes with a later release of Paydesk.\n')
process.exitCode = 2
