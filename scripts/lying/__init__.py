"""The lying provider beside a good one, on the whole server: nobody is harmed, all is counted."""
