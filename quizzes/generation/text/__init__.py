"""A document made ready: sentences that can stand without their page, and what is too damaged to be asked about."""
