"""The Web API's methods, one module for each family; `web_api.py` calls them by name."""
