process.stderr.write('The benchmark comes with a later release of Paydesk.\n')
process.exitCode = 2
