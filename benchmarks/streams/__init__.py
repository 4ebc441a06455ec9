"""`make bench`: the product's streaming beside other servers, in turns, in one run."""
