"""How fast bars are imported, and what is left of an import that is killed."""
