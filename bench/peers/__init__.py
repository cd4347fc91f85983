"""Public libraries that also read Dutch dates and amounts, beside ours in the quality report; README.md says how they are mapped.

They live in an environment of their own (.venv/peers) and speak JSON lines; nothing here is imported by the product.
"""
