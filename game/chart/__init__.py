"""How do pictures become cells? From plain nodes, edges and marks; it knows no story and no terminal."""
