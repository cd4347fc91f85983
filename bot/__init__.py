"""Claimloket: a Dutch-language first notice of loss for cyber incidents at IT service providers."""
