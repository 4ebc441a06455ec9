"""Writes the tables of trading sessions from exchange_calendars."""
